'use client';
// A panel of the chapters as the class sees it: the picture alone, from what the teacher's page computed. It
// answers no hand; the notebook does.

import '../panels/aux.css';
import '../panels/dependent.css';
import { useState } from 'react';
import type { PanelKind } from '@/classroom';
import { AuxView } from '../panels/AuxView';
import { SquareRow } from '../panels/SquareRow';
import type { PanelFigure } from './figures';
import { RacePicture, TreePicture } from './TalesPicture';

export type PanelPictureProps = Readonly<{
  show: PanelKind;
  figure: PanelFigure;
  /** Sub-step of the scene, from 0. */
  step: number;
}>;

export function PanelPicture(props: PanelPictureProps) {
  return (
    <div className="panel-picture">
      <Picture {...props} />
    </div>
  );
}

function Picture({ show, figure, step }: PanelPictureProps) {
  const [lit, setLit] = useState<number | undefined>();
  switch (show) {
    case 'ruler':
      if (figure.kind !== 'names') return null;
      return <AuxView {...figure.names} lit={lit} onLight={setLit} onTurn={noHand} />;
    case 'squares':
      return figure.kind === 'squares' ? (
        <SquareRow {...figure} lit={lit} onLight={setLit} onMove={noHand} />
      ) : null;
    case 'race':
      return figure.kind === 'tales' ? <RacePicture figure={figure} step={step} /> : null;
    case 'tree':
      return figure.kind === 'tales' ? <TreePicture figure={figure} step={step} /> : null;
    default:
      return null;
  }
}

function noHand() {}
