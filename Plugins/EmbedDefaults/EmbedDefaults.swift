import Foundation
import PackagePlugin

/// Puts the default kinds, jurisdictions, templates and assets into the binary.
@main
struct EmbedDefaults: BuildToolPlugin {
  private static let folders = [
    "kinds", "jurisdictions", "templates", "assets", "docs/diagnostics",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files = Self.folders.flatMap { Self.files(below: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) default files",
        executable: try context.tool(named: "embed-defaults").url,
        arguments: [output.path(), root.path()] + files.map { $0.path() },
        inputFiles: files, outputFiles: [output])
    ]
  }

  private static func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    var files: [URL] = []
    while let file = found?.nextObject() as? URL {
      let isFile = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      if isFile == true { files.append(file) }
    }
    return files.sorted { $0.path() < $1.path() }
  }
}
