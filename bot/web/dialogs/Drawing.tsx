import mermaid from 'mermaid';
import { useEffect, useId, useState } from 'react';

/** One drawing. Text that cannot be drawn stays readable as text, below it. */
export function Drawing({ title, source, dark }: { title: string; source: string; dark: boolean }) {
  const id = `drawing-${useId().replace(/\W/g, '')}`;
  const [svg, setSvg] = useState('');

  useEffect(() => {
    let gone = false;
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: dark ? 'dark' : 'neutral',
      fontFamily: getComputedStyle(document.body).fontFamily,
      suppressErrorRendering: true,
    });
    mermaid.render(id, source).then(
      drawn => gone || setSvg(drawn.svg),
      (error: unknown) => {
        console.warn(`${title} could not be drawn.`, error);
        if (!gone) setSvg('');
      },
    );
    return () => {
      gone = true;
    };
  }, [id, source, dark, title]);

  // Mermaid's strict level has sanitised what it drew.
  return <div className="drawing" role="img" aria-label={title} tabIndex={0} dangerouslySetInnerHTML={{ __html: svg }} />;
}
