export { GeodeticPosition, GroundPosition, Position } from './place/position.ts';
export { type Language, Text } from './place/text.ts';
export { Contents, Element, ElementKind, Shape } from './site/element.ts';
export { Limit, type LimitName, Limits, Point, Priority, Quantity } from './site/point.ts';
export { Site, WeatherMast } from './site/site.ts';
