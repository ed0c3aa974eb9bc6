import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startTranslations } from '../../src/i18n';

await startTranslations();
afterEach(cleanup);
