import Glibc
package import Source

/// A failure that can be told to a person and ends the program with an exit code of its own.
package protocol ExplainedFailure: Error {
  /// What is wrong and what to do.
  var message: Wording { get }
  /// The exit code of contract.md.
  var exitCode: Int32 { get }
}

/// A system call that the kernel refused.
package struct SystemFailure: ExplainedFailure, Hashable {
  /// The call as manual pages name it: `openat`.
  package let call: String
  package let path: String
  package let errno: Int32

  package init(call: String, path: String, errno: Int32) {
    self.call = call
    self.path = path
    self.errno = errno
  }

  package var exitCode: Int32 {
    switch errno {
    case EACCES, EPERM: 77
    case ENOSPC, EDQUOT, EIO, EFBIG, ESTALE: 74
    default: Self.callsThatMake.contains(call) ? 73 : 74
    }
  }

  package var message: Wording {
    let reason = Self.reasons[errno] ?? unknownReason
    return Wording(
      zh: "\(path)：\(reason.chinese)（\(call)，errno \(errno)）",
      en: "\(path): \(reason.english) (\(call), errno \(errno))")
  }

  private var unknownReason: Wording {
    let text = unsafe String(cString: strerror(errno))
    return Wording(zh: "系统拒绝了这一操作：\(text)", en: "the system refused: \(text)")
  }

  /// Calls that make something new: when they fail, the output cannot be created.
  private static let callsThatMake: Set<String> = [
    "create", "mkdirat", "linkat", "symlinkat", "renameat", "renameat2", "flock",
  ]

  private static let reasons: [Int32: Wording] = [
    EACCES: Wording(
      zh: "没有权限；请检查文件夹的主人和权限", en: "no permission; check who owns the folder"),
    EPERM: Wording(
      zh: "不允许这一操作；文件可能属于别的用户或被设为不可更改",
      en: "not allowed; the file may belong to another user or be immutable"),
    EROFS: Wording(
      zh: "这个文件系统是只读的；请换一个能写的位置",
      en: "the file system is read-only; choose a place that can be written"),
    ENOSPC: Wording(
      zh: "磁盘已满（空间或文件数用尽）；请腾出空间后再试",
      en: "the disk is full (blocks or inodes); free some and run again"),
    EDQUOT: Wording(
      zh: "超出磁盘配额；请腾出空间或请管理员提高配额",
      en: "the disk quota is used up; free some space or have it raised"),
    EIO: Wording(
      zh: "磁盘读写出错；请检查磁盘", en: "the disk reported an error; check the disk"),
    EFBIG: Wording(
      zh: "文件超过允许的大小（ulimit -f）", en: "the file is larger than allowed (ulimit -f)"),
    EMFILE: Wording(
      zh: "打开的文件太多（ulimit -n）", en: "too many open files (ulimit -n)"),
    ENFILE: Wording(
      zh: "整个系统打开的文件太多", en: "too many open files in the whole system"),
    ENOENT: Wording(zh: "没有这个文件或文件夹", en: "no such file or folder"),
    ENOTDIR: Wording(
      zh: "路径中有一段不是文件夹", en: "a part of the path is not a folder"),
    EEXIST: Wording(zh: "已有同名的文件或文件夹", en: "something of that name exists already"),
    ENAMETOOLONG: Wording(
      zh: "名称太长（每段最多 255 字节，约 85 个汉字）",
      en: "the name is too long (255 bytes for each part)"),
    EXDEV: Wording(
      zh: "两处不在同一个文件系统；请让输出文件夹和它的上级文件夹在同一处挂载",
      en: "the two places are on different mounts; keep the output and its parent on one"),
    EBUSY: Wording(
      zh: "正被占用，可能是挂载点；请改用挂载点里面的文件夹",
      en: "busy, perhaps a mount point; give a folder inside the mount"),
    ELOOP: Wording(
      zh: "路径中有符号链接，不会跟随", en: "the path has a symbolic link, which is not followed"),
    EMLINK: Wording(zh: "同一文件的硬链接太多", en: "the file has too many hard links"),
    ESTALE: Wording(
      zh: "网络文件系统上的文件已失效；请重新挂载", en: "stale file on a network mount; mount it again"),
    EINVAL: Wording(
      zh: "这个文件系统不支持这一操作", en: "the file system does not support this operation"),
  ]
}

/// The result of a call, or its errno made negative; a call that a signal interrupted is repeated.
func kernel(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    guard result < 0 else { return result }
    let reason = Glibc.errno
    guard reason == EINTR else { return -Int(reason) }
  }
}
