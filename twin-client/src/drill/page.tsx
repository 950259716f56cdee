import { useParams } from 'react-router';
import { LobbyPage } from './page/lobby-page.tsx';
import { RoomPage } from './page/room-page.tsx';

/** `/drill` is the lobby, `/drill/:room` the drill itself. */
export function Component() {
  const { room } = useParams();
  return room === undefined ? <LobbyPage /> : <RoomPage key={room} code={room} />;
}
