import type { SiteSummary } from '@upwind/sim-server/contract';
import { Button, Table } from 'antd';
import { Link } from 'react-router';
import { formatCount } from '../language/format.ts';
import { useLanguage, useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { adminTexts } from './texts.ts';

/** Sites with their reality meshes and what the ingest warned about. */
export function SitesTable() {
  const say = useTexts(adminTexts);
  const name = useName();
  const language = useLanguage();
  const [sites, again] = useResource('sites', api.sites);
  if (sites.kind === 'failed') return <FaultNotice fault={sites.fault} onRetry={again} />;
  return (
    <>
      <Table<SiteSummary>
        rowKey="id"
        size="middle"
        loading={sites.kind === 'loading'}
        dataSource={sites.kind === 'here' ? [...sites.value] : []}
        scroll={{ x: 860 }}
        pagination={{ hideOnSinglePage: true, pageSize: 50, showSizeChanger: false }}
        columns={[
          { title: say('sites.site'), key: 'site', render: (_, site) => <b>{name(site.name)}</b> },
          { title: say('sites.kind'), key: 'kind', render: (_, { kind }) => say(`kind.${kind}`) },
          {
            title: say('sites.origin'),
            key: 'origin',
            render: (_, { origin }) => `${origin.lat.toFixed(5)}°, ${origin.lon.toFixed(5)}°`,
          },
          {
            title: say('sites.elements'),
            key: 'elements',
            align: 'right',
            render: (_, { elements }) => formatCount(elements, language),
          },
          {
            title: say('sites.points'),
            key: 'points',
            align: 'right',
            render: (_, { points }) => formatCount(points, language),
          },
          { title: say('sites.meshes'), key: 'meshes', render: (_, { id }) => <Meshes site={id} /> },
          {
            key: 'do',
            align: 'right',
            render: (_, { id }) => (
              <Link to={`/twin/${encodeURIComponent(id)}`}>
                <Button size="small">{say('sites.open')}</Button>
              </Link>
            ),
          },
        ]}
      />
      <p className="admin-note">{say('sites.how')}</p>
    </>
  );
}

function Meshes({ site }: { readonly site: string }) {
  const say = useTexts(adminTexts);
  const language = useLanguage();
  const [meshes] = useResource(`reality ${site}`, () => api.reality(site));
  if (meshes.kind !== 'here') return undefined;
  if (meshes.value.length === 0) return <span className="admin-quiet">{say('sites.no-mesh')}</span>;
  return meshes.value.map(({ id, name, triangles, warnings }) => (
    <div key={id}>
      {name} · {say('sites.triangles', { count: formatCount(triangles, language) })}
      {warnings.map((warning) => (
        <div key={warning} className="admin-quiet admin-warning">
          {warning}
        </div>
      ))}
    </div>
  ));
}
