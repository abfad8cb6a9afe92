using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.Unit.Meta;
using Xunit;

namespace Devmap.Tests.EndToEnd.Pages;

/// <summary>
/// Goes through a guide from top to bottom: named blocks of C# are written to files, commands are run, and what the page says
/// that they print, log or change is looked for. A command succeeds unless the page says <c>exit code</c> behind its output.
/// </summary>
internal sealed class GuideWalk(string page, string folder, IReadOnlyDictionary<string, string> environment)
{
    private const string ExitCode = "exit code ";

    private string _folder = folder;
    private CommandResult? _last;

    public async Task RunAsync()
    {
        IReadOnlyList<CodeBlock> blocks = CodeBlock.In(File.ReadAllText(Repository.PathOf("docs", "guides", page + ".md")).Replace("\r\n", "\n"));
        for (int i = 0; i < blocks.Count; i++)
        {
            await FollowAsync(blocks[i], blocks.Skip(i + 1).TakeWhile(block => block.Language != "sh").ToList());
        }
    }

    private async Task FollowAsync(CodeBlock block, IReadOnlyList<CodeBlock> shown)
    {
        switch (block.Language)
        {
            case "csharp" when block.File.Length > 0:
                File.WriteAllText(Path.Combine(_folder, block.File), block.Text);
                break;
            case "sh":
                await RunAsync(block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), ExitCodeIn(shown));
                break;
            case "text":
                Assert.All(LinesOf(block).Where(line => !line.StartsWith(ExitCode, StringComparison.Ordinal)), line => Assert.Contains(line, _last!.Output));
                break;
            case "json":
                string log = File.ReadAllText(Directory.GetFiles(_folder, "*.sarif").Single());
                Assert.All(LinesOf(block), line => Assert.Contains(line, log));
                break;
            case "diff":
                string sources = string.Concat(Directory.GetFiles(_folder, "*.cs").Select(File.ReadAllText));
                Assert.All(LinesOf(block).Where(line => line.StartsWith('+')), line => Assert.Contains(line[1..].Trim(), sources));
                break;
        }
    }

    private async Task RunAsync(string[] commands, int exitCode)
    {
        foreach (string command in commands)
        {
            string[] words = command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "cd")
            {
                _folder = Path.Combine(_folder, words[1]);
            }
            else if (words[0] == "dotnet")
            {
                _last = await Dotnet.RunAsync(_folder, environment, words[1..]);
                Assert.True(_last.ExitCode == exitCode, $"{command}: exit code {_last.ExitCode}\n{_last.Output}");
            }

            // Other programs have tests of their own.
        }
    }

    private static int ExitCodeIn(IEnumerable<CodeBlock> shown) =>
        shown.Where(block => block.Language == "text").SelectMany(LinesOf).Where(line => line.StartsWith(ExitCode, StringComparison.Ordinal))
            .Select(line => int.Parse(line[ExitCode.Length..], CultureInfo.InvariantCulture)).FirstOrDefault();

    private static IEnumerable<string> LinesOf(CodeBlock block) => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
