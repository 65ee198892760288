/// How many records of each kind an estate has beside its estate.md, committee.md and fees.md.
struct Mix {
  private(set) var notices = 0
  private(set) var accounts = 0
  private(set) var votes = 0
  private(set) var funds = 0
  private(set) var works = 0

  private enum Kind { case notice, account, vote, fund, work }

  private static let first: [Kind] = [
    .account, .notice, .vote, .account, .notice, .fund, .account, .work, .notice,
  ]
  private static let more: [Kind] = [
    .notice, .account, .notice, .vote, .notice, .account, .fund, .notice, .work,
  ]
  /// Accounts reach back to 2022 at most: the values of the law do not reach much further.
  private static let mostAccounts = 16
  private static let mostFunds = 8

  init(records: Int) {
    for index in 0..<max(0, records - 3) {
      switch index < Self.first.count ? Self.first[index] : Self.more[index % Self.more.count] {
      case .account where accounts < Self.mostAccounts: accounts += 1
      case .fund where funds < Self.mostFunds: funds += 1
      case .vote: votes += 1
      case .work: works += 1
      default: notices += 1
      }
    }
  }
}
