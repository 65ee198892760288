package import Language
import Source

/// `url_for`: the address of a page of this site.
package enum PageLink {
  /// `url_for(record)` is the address of the record's page, `url_for('/compare/')` that of a page
  /// that the templates declare.
  package static var function: Callable {
    Callable("url_for", "target") { call in
      if let (address, place) = call.writtenText("target") { return link(to: address, place, call) }
      guard let target = call.argument("target"), target.type != .unknown else { return nil }
      guard let url = call.member("url", of: target) else {
        return call.wrongArgument(
          "target", target,
          wanted: Wording(zh: "一条记录或引号里的网址", en: "a record or an address in quotes"))
      }
      return url
    }
  }

  private static func link(to address: String, _ place: Location, _ call: CallSite)
    -> CheckedExpression?
  {
    if let reason = PageAddress.fault(of: address) {
      return call.fail(.unusableAddress(address, reason, at: place))
    }
    return call.constant(address, .url)
  }
}
