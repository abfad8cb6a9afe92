using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Sarif;

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>A build of a consumer: what the command printed, and what the compiler logged.</summary>
/// <param name="Command">The build.</param>
/// <param name="Diagnostics">All that was logged, notes that no build prints included.</param>
internal sealed record BuildResult(CommandResult Command, IReadOnlyList<ReportedDiagnostic> Diagnostics)
{
    /// <summary>The reports of the rules of this package.</summary>
    public IEnumerable<ReportedDiagnostic> Ours => Diagnostics.Where(diagnostic => diagnostic.IsOurs);

    public BuildResult EnsureSuccess()
    {
        Command.EnsureSuccess();
        return this;
    }
}

/// <summary>A project of somebody who installed the package.</summary>
internal sealed class ConsumerProject
{
    private readonly string _directory;
    private readonly string _name;

    public ConsumerProject(string directory, string name)
    {
        _directory = directory;
        _name = name;
    }

    public string Folder => _directory;

    /// <summary>The project file.</summary>
    public string ProjectFile => Path.Combine(_directory, _name + ".csproj");

    public ConsumerProject Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(_directory, file), text);
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(_directory, file));

    /// <summary>Copies the C# files that stand directly in a folder.</summary>
    public ConsumerProject CopyFrom(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "*.cs"))
        {
            File.Copy(file, Path.Combine(_directory, Path.GetFileName(file)));
        }

        return this;
    }

    /// <param name="arguments">More of the command line: <c>-p:DevmapContracts=bcl</c> for example.</param>
    public async Task<BuildResult> BuildAsync(params string[] arguments)
    {
        string log = Path.Combine(_directory, "build.sarif");
        File.Delete(log);
        CommandResult command = await Dotnet.RunAsync(
            _directory, ["build", _name + ".csproj", "--no-incremental", "-nologo", $"-p:ErrorLog={log}%2cversion=2.1", .. arguments]);

        // A build that fails before it compiles leaves no log behind.
        return new BuildResult(command, File.Exists(log) ? SarifLog.Read(log) : command.ExitCode != 0 ? [] : throw new FileNotFoundException(command.Output, log));
    }

    /// <summary>Applies the first fix of every warning, as a user does with one command.</summary>
    public async Task FormatAsync()
    {
        CommandResult command = await Dotnet.RunAsync(_directory, "format", "analyzers", _name + ".csproj", "--severity", "warn", "--no-restore");
        command.EnsureSuccess();
    }

    /// <summary>Runs the built program.</summary>
    public Task<CommandResult> RunAsync() => Dotnet.RunAsync(_directory, Path.Combine("bin", "Debug", "net10.0", _name + ".dll"));
}
