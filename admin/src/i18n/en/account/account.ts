export const password = {
  askTitle: 'Reset your password',
  askText: 'You get a link by email. It is valid for an hour.',
  send: 'Send the link',
  sent: 'If there is an account with this address, a link is on its way.',
  noMail:
    'This server cannot send email, so no link is on its way. Ask the person who runs it for a link: the command “okaeri person password --email” with your address prints one.',
  title: 'Choose a new password',
  label: 'New password',
  hint: (least: number) => `At least ${least} characters. A sentence is easy to remember.`,
  submit: 'Set the password',
  done: 'Your new password is set. You were signed out everywhere.',
  over: 'This link has expired. Request a new one.',
  back: 'Back to signing in',
} as const;

export const join = {
  firstTitle: 'Welcome to Okaeri',
  firstText: 'You’re the first one here. Create an account to own this server.',
  title: (shop: string) => `Join ${shop}`,
  text: (role: string) => `You are invited as: ${role}.`,
  name: 'Your name',
  submit: 'Create account',
  accept: 'Join',
  as: (email: string) => `You are signed in as ${email}.`,
  other: 'Join with another account',
} as const;

export const account = {
  title: 'Your account',
  name: 'Name',
  email: 'Email',
  password: 'Password',
  current: 'Current password',
  change: 'Change the password',
  changed: 'Your password is changed. You were signed out everywhere else.',
  wrongCurrent: 'The current password isn’t right.',
  passkeys: 'Passkeys',
  passkeysText: 'Sign in with your fingerprint, your face or a security key.',
  addPasskey: 'Add a passkey',
  passkeyAdded: 'The passkey is added.',
  passkeyName: (day: string) => `Passkey of ${day}`,
  removePasskey: 'Remove',
  noPasskeys: 'You have no passkey yet.',
  second: 'Two-step sign-in',
  secondText: 'Enter a code from an app after your password. Not needed with passkeys.',
  secondOn: 'On',
  secondOff: 'Off',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  secretText: 'Add this to your authenticator app, then enter the code it shows.',
  secret: 'Secret',
  openApp: 'Open in an app on this device',
  backupText: 'Keep these somewhere safe. Each works once, when you don’t have the app.',
  confirmPassword: 'Enter your password to continue.',
  isOn: 'Two-step sign-in is on.',
  isOff: 'Two-step sign-in is off.',
  sessions: 'Where you are signed in',
  thisOne: 'This browser',
  endOthers: 'Sign out everywhere else',
  othersEnded: 'You are signed out everywhere else.',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    password: typeof password;
    join: typeof join;
    account: typeof account;
  }
}
