// Before anything is drawn: the page's language, which the widget follows.
document.documentElement.lang = document.cookie.includes('demo_language=ja') ? 'ja' : 'en';
