import mermaid from 'mermaid';
import { useEffect, useId, useRef, useState } from 'react';
import type { Language } from '../language/language';
import { texts } from './texts';

/** One drawing, fitted to the page or in full size. Text that cannot be drawn stays readable as text, below it. */
export function Drawing({ title, source, dark, language }: { title: string; source: string; dark: boolean; language: Language }) {
  const id = `drawing-${useId().replace(/\W/g, '')}`;
  const [svg, setSvg] = useState('');
  const [full, setFull] = useState(false);
  const host = useRef<HTMLDivElement>(null);

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

  useEffect(() => {
    const drawn = host.current?.querySelector('svg');
    if (!drawn) return;
    const { width } = drawn.viewBox.baseVal;
    drawn.style.width = full ? `${width}px` : '100%';
    drawn.style.maxWidth = full ? 'none' : `${width}px`;
  }, [svg, full]);

  return (
    <>
      <button type="button" className="button" aria-pressed={full} onClick={() => setFull(!full)}>
        {full ? texts[language].fit : texts[language].full}
      </button>
      {/* Mermaid's strict level has sanitised what it drew. */}
      <div ref={host} className="drawing" role="img" aria-label={title} tabIndex={0} dangerouslySetInnerHTML={{ __html: svg }} />
    </>
  );
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
