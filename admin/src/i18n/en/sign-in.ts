export const signIn = {
  title: 'Welcome back',
  firstTitle: 'Nobody has an account here yet.',
  firstText:
    'The first one is created with a link that this server prints: when it starts, and with this command on the machine it runs on.',
  firstCommand: 'Command that prints the link',
  text: 'Sign in to your shop’s console.',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  passkey: 'Sign in with a passkey',
  passkeyFailed: 'Passkey sign-in was cancelled.',
  wrong: 'The email or the password isn’t right.',
  forgot: 'Forgot the password?',
  or: 'or',
  code: 'Code from your authenticator',
  codeText: 'Open the app that makes your codes and type the six digits.',
  backup: 'Use a backup code instead',
  backupCode: 'Backup code',
  wrongCode: 'That code isn’t right.',
  trust: 'Do not ask on this device for 30 days',
  verify: 'Continue',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    signIn: typeof signIn;
  }
}
