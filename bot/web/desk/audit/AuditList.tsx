import { useState } from 'react';
import { call } from '../api/server';
import type { Schemas } from '../api/types';
import { auditDetail, auditName } from '../names';
import { useTools } from '../tools';

const pageSize = 100;
const read = (before?: number) => call('get', 'audit', { query: before === undefined ? {} : { before } });

/** Who saw and did what, newest first, for managers; read a page at a time. */
export function AuditList() {
  const { say, locale, attempt } = useTools();
  const [rows, setRows] = useState<Schemas['AuditView'][]>();
  const [hasMore, setMore] = useState(false);
  const add = () =>
    void attempt(async () => {
      const found = await read(rows?.at(-1)?.sequence);
      setRows([...(rows ?? []), ...found]);
      setMore(found.length === pageSize);
    });

  return (
    <section>
      <h2>{say('audit')}</h2>
      {rows && (
        <table>
          <thead>
            <tr>
              {(['audit.when', 'agentColumn', 'audit.what', 'audit.about', 'audit.detail'] as const).map(column => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.sequence}>
                <td>
                  <time dateTime={row.at}>{new Date(row.at).toLocaleString(locale)}</time>
                </td>
                <td>{row.agentName ?? row.agentId ?? '–'}</td>
                <td>{auditName(say, row.action)}</td>
                <td className="small">{row.aboutName ?? (row.about === 'desk' ? '–' : row.about)}</td>
                <td className="small">{row.detailName ?? auditDetail(say, row.detail ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(rows === undefined || hasMore) && (
        <button className="button" type="button" onClick={add}>
          {say(rows === undefined ? 'showAudit' : 'more')}
        </button>
      )}
    </section>
  );
}
