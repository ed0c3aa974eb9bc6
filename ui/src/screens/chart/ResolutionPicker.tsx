import { useTranslation } from 'react-i18next';
import { FINEST, RESOLUTIONS, type CandleWidth } from '../../services/chart/resolution';
import { Segmented } from '../shared/Segmented';

export type WidthChoice = CandleWidth | 'auto';

const CHOICES: readonly WidthChoice[] = ['auto', FINEST, ...RESOLUTIONS];

export function ResolutionPicker(props: { choice: WidthChoice; onChange: (choice: WidthChoice) => void }) {
  const { t } = useTranslation();
  const options = CHOICES.map((value) => ({ value, text: t(`chart.${value}`) }));
  return <Segmented label={t('chart.candle')} value={props.choice} options={options} onChange={props.onChange} />;
}
