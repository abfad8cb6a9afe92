using System;
using System.CommandLine;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Tests.FieldRun.Reports;

namespace Devmap.Tests.FieldRun;

/// <summary>The command line.</summary>
public static class Program
{
    /// <summary>An analyzer threw: whatever else was said, that is a bug of this project.</summary>
    private const int Crashed = 2;

    public static Task<int> Main(string[] args) => CreateCommand().Parse(args).InvokeAsync();

    private static RootCommand CreateCommand()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# files, bound together as one assembly.", Arity = ArgumentArity.OneOrMore }.AcceptExistingOnly();
        var presets = new Option<string[]>("--preset", "-p") { Description = "A contract file of the package, by its name.", AllowMultipleArgumentsPerToken = true };
        presets.AcceptOnlyFromAmong([.. Presets.Names]);
        var files = new Option<FileInfo[]>("--contracts", "-c") { Description = "A contract file." }.AcceptExistingOnly();
        var dependencies = new Option<DirectoryInfo[]>("--dependency") { Description = "A folder of C# files that the others refer to: bound as well, and not reported on." }.AcceptExistingOnly();
        var excluded = new Option<string[]>("--exclude", "-x") { Description = "The name of a folder or file to leave out." };
        var symbols = new Option<string[]>("--define", "-d") { Description = "A symbol of the preprocessor." };
        var options = new Option<string[]>("--option", "-o") { Description = "An option as in an .editorconfig: key=value." };
        options.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault(static token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' is no option: key=value");
            }
        });
        var usings = new Option<bool>("--implicit-usings") { Description = "Import what an SDK project imports by itself." };
        var aspNet = new Option<bool>("--aspnet") { Description = "Bind against the reference pack of ASP.NET Core as well." };
        var root = new Option<DirectoryInfo>("--root") { Description = "The folder that paths in reports begin at; the current one where nothing is said." }.AcceptExistingOnly();
        var text = new Option<FileInfo>("--text") { Description = "Write the text there instead of to the console." };
        var sarif = new Option<FileInfo>("--sarif") { Description = "Write SARIF 2.1.0 there as well." };

        var command = new RootCommand("Runs the analyzers over plain source folders. No package is restored: what is missing is left out.")
        {
            folders, presets, files, dependencies, excluded, symbols, options, usings, aspNet, root, text, sarif,
        };
        command.SetAction((result, cancellation) => RunAsync(
            new FieldRequest
            {
                Folders = [.. result.GetRequiredValue(folders).Select(static folder => folder.FullName)],
                Root = result.GetValue(root)?.FullName ?? Environment.CurrentDirectory,
                Dependencies = [.. (result.GetValue(dependencies) ?? []).Select(static folder => folder.FullName)],
                Excluded = [.. result.GetValue(excluded) ?? []],
                Files = [.. (result.GetValue(presets) ?? []).Select(Presets.FileOf), .. (result.GetValue(files) ?? []).Select(static file => file.FullName)],
                Symbols = [.. result.GetValue(symbols) ?? []],
                Options = (result.GetValue(options) ?? []).Select(static pair => pair.Split('=', 2)).ToImmutableDictionary(static pair => pair[0].Trim(), static pair => pair[1].Trim()),
                ImplicitUsings = result.GetValue(usings),
                AspNet = result.GetValue(aspNet),
            },
            result.GetValue(text),
            result.GetValue(sarif),
            result.InvocationConfiguration.Output,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FieldRequest request, FileInfo? text, FileInfo? sarif, TextWriter output, CancellationToken cancellation)
    {
        FieldReport report = await FieldAnalysis.RunAsync(request, cancellation);
        if (text is null)
        {
            TextReport.Write(report, output);
        }
        else
        {
            await using StreamWriter writer = text.CreateText();
            TextReport.Write(report, writer);
        }

        if (sarif is not null)
        {
            await using FileStream stream = sarif.Create();
            SarifReport.Write(report, stream);
        }

        return report.Crashes.Any() ? Crashed : 0;
    }
}
