import { Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { api } from '../../live/api.ts';
import { useResource } from '../../live/resource.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { twinTexts } from '../texts.ts';

/** The site's name, and the others behind it. */
export function SiteSwitch({ site }: { readonly site: DrawnSite }) {
  const say = useTexts(twinTexts);
  const name = useName();
  const navigate = useNavigate();
  const [sites] = useResource('sites', api.sites);
  const list = sites.kind === 'here' ? sites.value : [];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [site.id],
        items: list.map((each) => ({
          key: each.id,
          label: (
            <span className="site-choice">
              <strong>{name(each.name)}</strong>
              <span>
                {each.kind === 'reality-only'
                  ? say('site.reality-only')
                  : say('site.elements', { count: each.elements })}
              </span>
            </span>
          ),
          onClick: () => void navigate(`/twin/${encodeURIComponent(each.id)}`),
        })),
      }}
    >
      <button type="button" className="bar-site" aria-label={say('site')} data-testid="site-switch">
        <strong>{name(site.name)}</strong>
        <ChevronDown size={16} aria-hidden />
      </button>
    </Dropdown>
  );
}
