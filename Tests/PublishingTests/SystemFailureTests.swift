import Glibc
import Publishing
import Source
import Testing

struct SystemFailureTests {
  @Test(
    arguments: [
      ("create", EACCES, 77), ("linkat", EPERM, 77), ("mkdirat", EROFS, 73), ("create", ENOSPC, 74),
      ("write", EIO, 74), ("syncfs", EIO, 74), ("renameat2", EBUSY, 73), ("openat", ENOENT, 74),
      ("create", EMFILE, 73), ("write", EFBIG, 74),
    ] as [(String, Int32, Int32)])
  func `a failure ends the program with its exit code`(
    call: String, errno: Int32, exitCode: Int32
  ) {
    #expect(SystemFailure(call: call, path: "public", errno: errno).exitCode == exitCode)
  }

  @Test func `a failure says what is wrong and what to do`() {
    let message = SystemFailure(call: "write", path: "public/a", errno: ENOSPC).message
    #expect(
      message[.chinese]
        == "public/a：磁盘已满（空间或文件数用尽）；请腾出空间后再试（write，errno 28）")
    #expect(
      message[.english]
        == "public/a: the disk is full (blocks or inodes); free some and run again "
        + "(write, errno 28)")
  }

  @Test func `a reason without a sentence of its own is told as the system tells it`() {
    let message = SystemFailure(call: "read", path: "x", errno: EISDIR).message
    #expect(message[.english] == "x: the system refused: Is a directory (read, errno 21)")
  }
}
