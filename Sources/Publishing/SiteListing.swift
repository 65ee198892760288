package import Source

/// What lies in a site's folder.
package struct SiteListing: Sendable {
  /// Files and folders, sorted by the bytes of their paths.
  package internal(set) var entries: [SiteEntry] = []
  /// What is there and is not read, sorted in the same way.
  package internal(set) var oddities: [SiteOddity] = []

  /// The files alone.
  package var files: some Collection<SiteEntry> { entries.lazy.filter { $0.kind == .file } }
}

/// A file or folder of a site.
package struct SiteEntry: Hashable, Sendable {
  /// Relative to the site: `content/site.md`.
  package let path: String
  package let kind: Kind
  /// Bytes; 0 for a folder.
  package let size: Int

  /// What it is.
  package enum Kind: Sendable { case file, folder }
}

/// What came of reading a file.
package enum SiteReading: Sendable {
  case bytes([UInt8])
  case absent
  case tooLarge(size: Int)
  case odd(SiteOddity.Reason)
}

/// Something in a site's folder that is not opened.
package struct SiteOddity: Hashable, Sendable {
  /// Relative to the site; bytes that are no plain text appear as `\xB9`.
  package let path: String
  package let reason: Reason

  /// Why it is not opened.
  package enum Reason: Hashable, Sendable {
    case symbolicLink
    /// A pipe, socket or device.
    case special
    /// A folder where a file is asked for.
    case folder
    case hardLinked(names: Int)
    case nameNotUTF8
    case controlCharacters
    case tooDeep
    case noPermission
    /// The path leads out of the site.
    case outside

    /// The reason why a file of this status is not read, or nil if it is.
    init?(of status: FileStatus) {
      switch status.kind {
      case .symbolicLink: self = .symbolicLink
      case .pipe, .socket, .device: self = .special
      case .file where status.links != 1: self = .hardLinked(names: status.links)
      case .file, .folder: return nil
      }
    }
  }
}

extension SiteOddity.Reason {
  /// What is wrong and what to do.
  package var message: Wording {
    switch self {
    case .symbolicLink:
      Wording(
        zh: "这是快捷方式（符号链接），不会读取；请放入文件本身",
        en: "this is a symbolic link and is not read; put the file itself here")
    case .special:
      Wording(
        zh: "这不是普通文件（管道、套接字或设备），不会读取；请删去",
        en: "this is no ordinary file (a pipe, socket or device) and is not read; remove it")
    case .folder:
      Wording(
        zh: "这是文件夹，不是文件；请写其中一个文件的路径",
        en: "this is a folder, not a file; give the path of a file in it")
    case .hardLinked(let names):
      Wording(
        zh: "这个文件有 \(names) 个名称（硬链接），可能是别处的文件，不会读取；请复制一份放在这里",
        en: "this file has \(names) names (hard links), may belong elsewhere and is not read; "
          + "put a copy here")
    case .nameNotUTF8:
      Wording(
        zh: "文件名不是 UTF-8 编码，多半来自 Windows 的压缩包；请重新命名",
        en: "the name is not UTF-8, most likely from a Windows archive; rename it")
    case .controlCharacters:
      Wording(
        zh: "文件名中有看不见的控制字符（如换行）；请重新命名",
        en: "the name has invisible control characters, such as a line break; rename it")
    case .tooDeep:
      Wording(
        zh: "文件夹套得太深（超过 32 层），里面的内容不会读取",
        en: "folders are nested too deeply (more than 32); what is inside is not read")
    case .noPermission:
      Wording(
        zh: "没有读取权限；请检查文件或文件夹的权限",
        en: "there is no permission to read this; check the permissions of the file or folder")
    case .outside:
      Wording(
        zh: "路径指向网站文件夹之外，不会读取；请写文件夹之内的路径",
        en: "the path leads out of the site's folder and is not read; give a path inside it")
    }
  }
}
