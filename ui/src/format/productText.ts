import { useTranslation } from 'react-i18next';
import type { Messages } from '../i18n/messages';

type KnownProduct = keyof Messages['products'];

const isPower = (product: string) => product.startsWith('DE');

/** What a product is called and measured in. */
export function useProductText() {
  const { t, i18n } = useTranslation();
  return {
    name: (product: string) =>
      i18n.exists(`products.${product}`) ? t(`products.${product as KnownProduct}`) : product,
    units: (product: string) => (isPower(product) ? t('units.megawattHours') : t('units.gpuHours')),
    unit: (product: string) => (isPower(product) ? t('summary.unitMegawattHour') : t('summary.unitGpuHour')),
  };
}
