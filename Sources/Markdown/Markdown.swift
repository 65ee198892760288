/// The bodies of records: CommonMark with tables, strikethrough, task lists and footnotes.
///
/// libcmark-gfm reads them into a tree; this room guards it against texts that make it explode,
/// walks the tree, says what is wrong, and writes the HTML itself.
package enum Markdown {}
