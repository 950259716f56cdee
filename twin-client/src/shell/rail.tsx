import './rail.css';
import { Tooltip } from 'antd';
import { Search } from 'lucide-react';
import { NavLink } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { useRole } from '../session/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { type Desk, desksOf } from './desks.ts';
import { usePalette } from './palette/open.ts';
import { shellTexts } from './texts.ts';

/** The one rail: the desks this role may open, the palette, the account. On a narrow screen it lies at the bottom. */
export function Rail() {
  const say = useTexts(shellTexts);
  const role = useRole();
  const openPalette = usePalette((palette) => palette.show);
  if (role === undefined) return undefined;
  return (
    <nav className="rail" aria-label={say('desks')}>
      <img className="rail-mark" src="/upwind.svg" alt="Upwind" />
      <ul className="rail-desks">
        {desksOf(role).map((desk) => (
          <li key={desk.id}>
            <RailLink desk={desk} />
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <Tooltip title={`${say('search')} · Ctrl K`} placement="right">
          <button type="button" className="rail-button" onClick={openPalette} aria-label={say('search')}>
            <Search size={20} aria-hidden />
          </button>
        </Tooltip>
        <AccountMenu />
      </div>
    </nav>
  );
}

function RailLink({ desk }: { readonly desk: Desk }) {
  const say = useTexts(shellTexts);
  const Icon = desk.icon;
  return (
    <Tooltip title={say(`${desk.id}.about`)} placement="right" mouseEnterDelay={0.5}>
      <NavLink to={desk.path} className="rail-link" data-testid={`desk-${desk.id}`}>
        <Icon size={20} aria-hidden />
        <span className="rail-name">{say(desk.id)}</span>
      </NavLink>
    </Tooltip>
  );
}
