using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public CommandResult EnsureSuccess() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{CommandLine}: exit code {ExitCode}{Environment.NewLine}{Output}");
}

/// <summary>Runs the <c>dotnet</c> command that runs these tests.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<CommandResult> RunAsync(string directory, params string[] arguments) =>
        RunAsync(directory, new Dictionary<string, string>(), arguments);

    /// <param name="directory">Where it runs.</param>
    /// <param name="environment">Variables that it gets besides.</param>
    /// <param name="arguments">The command line behind <c>dotnet</c>.</param>
    public static async Task<CommandResult> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // No process outlives a test, and nothing of the build that runs the tests reaches the builds inside them.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildExtensionsPath");
        start.Environment.Remove("MSBuildSDKsPath");

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
        string commandLine = "dotnet " + string.Join(' ', arguments);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(commandLine, process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{commandLine} in {directory} did not end within {Patience}.");
        }
    }
}
