import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Piece, parseLatex } from './latex.js';

/** A title or an abstract with its formulas and emphasis. */
export function Rich({ text }: { readonly text: string }) {
  const pieces = useMemo(() => parseLatex(text), [text]);
  return <Pieces pieces={pieces} />;
}

const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }) => <>{pieces.map((piece) => shown(piece))}</>;

function shown(piece: Piece) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'math':
      return <Formula source={piece.source} display={piece.display} />;
    default: {
      const Element = piece.kind;
      return (
        <Element>
          <Pieces pieces={piece.pieces} />
        </Element>
      );
    }
  }
}

/** Shown as it was written until KaTeX, which is fetched for the first formula alone, has set it. */
function Formula({ source, display }: { readonly source: string; readonly display: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let gone = false;
    void import('./katex.js').then(({ renderFormula }) => {
      if (!gone && place.current) renderFormula(source, display, place.current);
    });
    return () => {
      gone = true;
    };
  }, [source, display]);
  return (
    <span class="formula" ref={place} key={source}>
      {source}
    </span>
  );
}
