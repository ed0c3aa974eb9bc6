import { useSettings } from '../services/context';
import { createFormat, type Format } from './format';

const formats = { en: createFormat('en'), zh: createFormat('zh') };

export const useFormat = (): Format => formats[useSettings().language];
