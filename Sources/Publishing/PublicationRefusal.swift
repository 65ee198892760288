package import Source

/// A reason why nothing was published; the old site stands as it did.
package enum PublicationRefusal: ExplainedFailure, Hashable {
  /// Another run has the output.
  case locked(output: String, by: LockHolder?)
  /// The output holds files that are not ours; one of them is named.
  case foreignOutput(String, found: String)
  /// The output is a symbolic link that we did not make.
  case foreignLink(String, target: String)
  /// The output is there and is no folder.
  case notAFolder(String)
  /// The output's path has no name of its own: `/`, `..`.
  case unusableOutput(String)
  /// Something is mounted at the output itself, so that it cannot be exchanged.
  case mountPoint(String)
  /// The output and its twin would lie on two mounts.
  case twoMounts(String)
  /// The disk is too full to begin.
  case noRoom(String, bytes: Int)
  /// A page with an address that cannot be a file.
  case unusablePath(String)
  /// Two pages with one address.
  case samePath(String)
  /// An address that is a file and a folder at once.
  case fileAndFolder(String)
  /// A file of the new tree is not what was written.
  case altered(String)
  /// There is no whole earlier site.
  case nothingToRollBackTo(String)

  package var exitCode: Int32 {
    switch self {
    case .locked: 75
    case .foreignOutput, .foreignLink, .notAFolder, .unusableOutput, .mountPoint, .twoMounts,
      .noRoom:
      73
    case .altered: 74
    case .unusablePath, .samePath, .fileAndFolder: 70
    case .nothingToRollBackTo: 66
    }
  }

  package var message: Wording {
    switch self {
    case .locked(let output, let holder): Self.locked(output, holder)
    case .foreignOutput(let path, let found):
      Wording(
        zh: "\(path) 里已有不是本程序生成的内容（如“\(found)”），没有动它；请换一个空文件夹，或先把里面的内容移走",
        en: "\(path) holds files that were not made by this program (such as '\(found)') and was "
          + "left alone; give an empty folder, or move the files away first")
    case .foreignLink(let path, let target):
      Wording(
        zh: "\(path) 是指向“\(target)”的符号链接；请把输出位置直接写成链接指向的文件夹",
        en: "\(path) is a symbolic link to '\(target)'; give the folder it points to instead")
    case .notAFolder(let path):
      Wording(
        zh: "\(path) 不是文件夹；请换一个输出位置", en: "\(path) is not a folder; give another output")
    case .unusableOutput(let path):
      Wording(
        zh: "“\(path)”不能作输出位置；请写一个有名称的文件夹，如 public",
        en: "'\(path)' cannot be the output; give a folder with a name, such as public")
    case .mountPoint(let path):
      Wording(
        zh: "\(path) 本身是挂载点，无法整体替换；请改用其中的子文件夹，如 \(path)/site",
        en: "\(path) is itself a mount point and cannot be exchanged; give a folder inside it, "
          + "such as \(path)/site")
    case .twoMounts(let path):
      Wording(
        zh: "\(path) 与它旁边的文件夹不在同一处挂载；请把它们共同的上级文件夹挂载或放进 ReadWritePaths",
        en: "\(path) and the folders beside it are on different mounts; mount their common parent, "
          + "or list only that in ReadWritePaths")
    case .noRoom(let path, let bytes):
      Wording(
        zh: "\(path) 所在磁盘只剩 \(bytes / 1_000_000) MB 或文件数已用尽，不足以生成网站；请腾出空间后再试",
        en: "the disk of \(path) has only \(bytes / 1_000_000) MB or no inodes left, too little "
          + "to build the site; free some and run again")
    case .nothingToRollBackTo(let path):
      Wording(
        zh: "\(path) 没有完整的上一版可以退回；请用旧的内容重新生成",
        en: "\(path) has no whole earlier version to go back to; build again from older content")
    case .unusablePath(let path):
      Wording(
        zh: "页面地址“\(path)”不能作文件名；这是程序的错误，请报告",
        en: "the page address '\(path)' cannot be a file; this is a fault of the program, please "
          + "report it")
    case .samePath(let path):
      Wording(
        zh: "有两个页面的地址都是“\(path)”；这是程序的错误，请报告",
        en: "two pages have the address '\(path)'; this is a fault of the program, please report it"
      )
    case .fileAndFolder(let path):
      Wording(
        zh: "“\(path)”既是文件又是文件夹；这是程序的错误，请报告",
        en:
          "'\(path)' is both a file and a folder; this is a fault of the program, please report it")
    case .altered(let path):
      Wording(
        zh: "新网站的“\(path)”与写入的内容不符，可能有别的程序在改动；没有发布，旧网站照常，请重新生成",
        en:
          "'\(path)' of the new site is not what was written, perhaps another program changed it; "
          + "nothing was published and the old site stands; build again")
    }
  }

  private static func locked(_ output: String, _ holder: LockHolder?) -> Wording {
    guard let holder else {
      return Wording(
        zh: "另一次生成正在写 \(output)；请等它结束，或加 --wait 秒数",
        en: "another run is writing \(output); wait until it ends, or add --wait SECONDS")
    }
    return Wording(
      zh: "另一次生成正在写 \(output)（进程 \(holder.process)，\(holder.since) 开始：\(holder.command)）；"
        + "请等它结束，或加 --wait 秒数",
      en: "another run is writing \(output) (process \(holder.process), since \(holder.since): "
        + "\(holder.command)); wait until it ends, or add --wait SECONDS")
  }
}
