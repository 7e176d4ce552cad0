import type { Kind } from '../route.js';

/** The outline of a kind of node around the origin: areas are alike, so that sizes compare across kinds. */
export function shapePath(kind: Kind, radius: number): string {
  const r = round(radius);
  switch (kind) {
    case 'RESEARCHER':
      return `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`;
    case 'WORK': {
      const side = round(radius * 0.88);
      return `M${-side},${-side}H${side}V${side}H${-side}Z`;
    }
    case 'TOPIC': {
      const half = round(radius * 1.25);
      return `M0,${-half}L${half},0L0,${half}L${-half},0Z`;
    }
    case 'INSTITUTION': {
      const corners = Array.from({ length: 6 }, (_, at) => {
        const angle = (Math.PI / 3) * at;
        return `${round(Math.cos(angle) * radius * 1.1)},${round(Math.sin(angle) * radius * 1.1)}`;
      });
      return `M${corners.join('L')}Z`;
    }
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
