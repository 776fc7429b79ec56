//! Text from files made safe to show: no control bytes, no escape sequences, no bidi overrides.
