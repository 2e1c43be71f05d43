/** True in builds that may use the fake desk: development and `npm run build:fake`. */
declare const __FAKE__: boolean;
