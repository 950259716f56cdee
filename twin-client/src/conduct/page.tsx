import { useParams } from 'react-router';
import { RoomDesk } from './room-desk.tsx';
import { RoomList } from './room-list.tsx';

/** `/conduct` opens rooms, `/conduct/:room` leads one. */
export function Component() {
  const { room } = useParams();
  return room === undefined ? <RoomList /> : <RoomDesk key={room} code={room} />;
}
