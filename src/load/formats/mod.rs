//! Bytes to paragraphs: what each format says, as the one value [`Raw`](super::raw::Raw).

pub(super) mod decode;
pub(super) mod fields;
pub(super) mod format;
pub(super) mod garbled;
pub(super) mod html;
pub(super) mod json;
pub(super) mod markdown;
pub(super) mod mhtml;
pub(super) mod plain;
pub(super) mod read;
