// Teeth as dentists number them, and what services of teeth need.

/** Permanent teeth, milk teeth, and extra ones of both kinds. */
const TOOTH = /^(?:0?[1-9]|[12]\d|3[0-2]|5[1-9]|[67]\d|8[0-2]|[A-T]S?)$/;
const FRONT = /^(?:0?[6-9]|1[01]|2[2-7]|[C-H]|[M-R])$/;
const BACK = /^(?:0?[1-5]|1[2-9]|2[01]|2[89]|3[0-2]|[ABIJKLST])$/;

export const isTooth = (number: string): boolean => TOOTH.test(number);

/** An incisor or canine: it has an edge (I), no biting surface (O). */
export const isFrontTooth = (number: string): boolean => FRONT.test(number);

/** A premolar or molar: it has a biting surface (O), no edge (I). */
export const isBackTooth = (number: string): boolean => BACK.test(number);

/** Fillings by the number of surfaces: so many, or so many and more. */
const SURFACES: Readonly<Record<string, readonly [number, number]>> = {
  D2140: [1, 1],
  D2150: [2, 2],
  D2160: [3, 3],
  D2161: [4, 5],
  D2330: [1, 1],
  D2331: [2, 2],
  D2332: [3, 3],
  D2391: [1, 1],
  D2392: [2, 2],
  D2393: [3, 3],
  D2394: [4, 5],
};
/** Fillings, crowns, treatments of a root, implants and what they carry, the parts of a bridge, and teeth taken out. */
const OF_A_TOOTH =
  /^D(?:2[1-7]\d\d|33[123]0|6(?:010|05[6-9]|06\d|07[0-7]|2[0-4]\d|25[0-3]|54[5-9]|6[0-3]\d|7[0-8]\d|79[0-4])|7111|7140|72[1-5]0)$/;

/** Is the service one of a single tooth? */
export const needsTooth = (service: string): boolean => OF_A_TOOTH.test(service);

/** How many surfaces a filling has, from and to; undefined for what is no filling. */
export const surfacesOf = (service: string): readonly [number, number] | undefined => SURFACES[service];

/** Services whose own words name the kind of tooth. */
const KINDS: readonly { readonly services: RegExp; readonly fits: (tooth: string) => boolean; readonly words: string }[] = [
  { services: /^D(?:233[0-5]|3310|3346)$/, fits: isFrontTooth, words: 'a front tooth' },
  { services: /^D(?:239[1-4]|33[23]0|334[78])$/, fits: isBackTooth, words: 'a back tooth' },
  { services: /^D(?:2930|3240|7111)$/, fits: (tooth) => /^[A-T]S?$/.test(tooth), words: 'a milk tooth' },
  { services: /^D2931$/, fits: (tooth) => /^\d/.test(tooth), words: 'a permanent tooth' },
];

/** The kind of tooth that a service is for, where the tooth is of another one. */
export function otherKindOfTooth(service: string, tooth: string): string | undefined {
  return KINDS.find(({ services, fits }) => services.test(service) && !fits(tooth))?.words;
}

/** Treatments of the gums by quadrant. */
export const needsQuadrant = (service: string): boolean => /^D(?:42[146][01]|434[12])$/.test(service);
