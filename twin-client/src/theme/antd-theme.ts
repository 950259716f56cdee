import { type ThemeConfig, theme } from 'antd';
import { fontFamily, palettes, type ThemeName } from './palette.ts';

/** Ant Design dressed in the house's tokens: radius 8, 4-px grid, one shadow, text 13/14/16/20/28. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const palette = palettes[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      fontSizeSM: 13,
      fontSizeLG: 16,
      fontSizeHeading1: 28,
      fontSizeHeading2: 20,
      fontSizeHeading3: 16,
      borderRadius: 8,
      borderRadiusSM: 6,
      borderRadiusXS: 4,
      borderRadiusLG: 8,
      sizeUnit: 4,
      sizeStep: 4,
      controlHeight: 32,
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorTextLightSolid: palette.accentText,
      colorSuccess: palette.accent,
      colorWarning: palette.medium,
      colorError: palette.critical,
      colorBgBase: palette.surface,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.hairline,
      colorBorderSecondary: palette.hairline,
      colorSplit: palette.hairline,
      colorText: palette.text,
      colorTextSecondary: palette.textSecond,
      colorTextTertiary: palette.textThird,
      colorTextPlaceholder: palette.textThird,
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
      motionDurationFast: '0.15s',
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Table: {
        headerBg: palette.raised,
        headerColor: palette.textSecond,
        cellPaddingBlock: 10,
        rowHoverBg: palette.raised,
      },
      Tooltip: { colorBgSpotlight: palette.raised, colorTextLightSolid: palette.text },
      Segmented: { trackBg: palette.raised, itemSelectedBg: palette.surface },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Tree: { nodeSelectedBg: palette.raised, nodeHoverBg: palette.raised, titleHeight: 28 },
    },
  };
}
