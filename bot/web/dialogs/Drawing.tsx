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
      theme: 'base',
      themeVariables: drawingLook(dark),
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

/** Mermaid's colours from the page's tokens. */
function drawingLook(darkMode: boolean) {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string) => tokens.getPropertyValue(name).trim();
  return {
    darkMode,
    fontFamily: token('--font'),
    fontSize: '14px',
    background: token('--surface'),
    primaryColor: token('--ground'),
    primaryTextColor: token('--ink'),
    primaryBorderColor: token('--accent-ink'),
    lineColor: token('--ink-soft'),
    textColor: token('--ink'),
    transitionColor: token('--ink-soft'),
    transitionLabelColor: token('--ink'),
    edgeLabelBackground: token('--surface'),
    compositeBackground: token('--surface'),
    compositeTitleBackground: token('--sunken'),
    compositeBorder: token('--line'),
    altBackground: token('--ground'),
    noteBkgColor: token('--sunken'),
    noteTextColor: token('--ink'),
  };
}
