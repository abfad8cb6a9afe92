using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Devmap.Tests.FieldRun;
using Devmap.Tests.FieldRun.Reports;
using Xunit;

namespace Devmap.Tests.Unit.FieldRun;

/// <summary>Plain folders are analysed whatever is missing, and the report has the story.</summary>
public sealed class FieldRunTests : IDisposable
{
    private const string Pools = """
        using System.Buffers;

        public class Pools : MissingBase
        {
            public int Leak(int n, bool early)
            {
                byte[] rented = ArrayPool<byte>.Shared.Rent(n);
                if (early)
                {
                    return 0;
                }

                ArrayPool<byte>.Shared.Return(rented);
                return 1;
            }

            public int NotUnderstood(int n)
            {
                byte[] rented = ArrayPool<byte>.Shared.Rent(n);
                return Missing.Call(rented);
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("devmap-field-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Missing_types_are_no_obstacle()
    {
        Write("a/Pools.cs", Pools);

        FieldReport report = await RunAsync();

        var leak = Assert.Single(report.Reports);
        Assert.Equal("DVM2001", leak.Id);
        Assert.Equal(6, leak.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(report.Crashes);
        Assert.Equal(new SourceSize(1, 22, 2, 1), report.Size);
    }

    [Fact]
    public async Task What_a_build_leaves_behind_and_what_is_excluded_is_no_source()
    {
        Write("src/Pools.cs", Pools);
        Write("src/obj/Pools.g.cs", Pools);
        Write("src/Tests/Pools.cs", Pools);
        Write("src/Other.cs", "class Other { void M() { } }");

        FieldReport report = await RunAsync(request => request with { Excluded = ["tests", "Other.cs"] });

        Assert.Equal(1, report.Size.Files);
    }

    [Fact]
    public async Task Symbols_options_and_imports_are_in_force()
    {
        Write("Pools.cs", "#if FIELD\n" + Pools.Replace("using System.Buffers;", "", StringComparison.Ordinal) + "\n#endif");
        Write("Usings.cs", "global using System.Buffers;\nclass U { Task T => Task.CompletedTask; }");

        Assert.Empty((await RunAsync()).Reports);
        Assert.Single((await RunAsync(request => request with { Symbols = ["FIELD"] })).Reports);
        FieldReport excluded = await RunAsync(request => request with
        {
            Symbols = ["FIELD"],
            ImplicitUsings = true,
            Options = ImmutableDictionary<string, string>.Empty.Add("devmap_excluded_members", "Leak"),
        });
        Assert.Empty(excluded.Reports);
        Assert.Equal(1, excluded.Size.Unbound);
    }

    [Fact]
    public async Task A_dependency_is_bound_and_not_reported_on()
    {
        Write("a/Pools.cs", Pools);
        Write("missing/Missing.cs", "public class MissingBase { }\npublic static class Missing { public static int Call(byte[] rented) => rented.Length; }\n" + Pools.Replace("class Pools", "class Others", StringComparison.Ordinal).Replace("using System.Buffers;", "", StringComparison.Ordinal).Replace("ArrayPool", "System.Buffers.ArrayPool", StringComparison.Ordinal));

        FieldReport report = await RunAsync(request => request with
        {
            Folders = [Path.Combine(_folder.FullName, "a")],
            Dependencies = [Path.Combine(_folder.FullName, "missing")],
        });

        Assert.Equal(["a/Pools.cs:7", "a/Pools.cs:19"], report.Reports.Select(leak => $"a/{Path.GetFileName(leak.Location.GetLineSpan().Path)}:{leak.Location.GetLineSpan().StartLinePosition.Line + 1}"));
        Assert.Equal(new SourceSize(1, 22, 2, 0), report.Size);
    }

    [Fact]
    public async Task The_pack_of_AspNet_is_bound_where_it_is_wanted()
    {
        Write("Segments.cs", """
            public class Segments
            {
                public int Leak(int n)
                {
                    byte[] rented = System.Buffers.ArrayPool<byte>.Shared.Rent(n);
                    return new Microsoft.Extensions.Primitives.StringSegment("a").Length;
                }
            }
            """);

        Assert.Empty((await RunAsync()).Reports);
        Assert.Single((await RunAsync(request => request with { AspNet = true })).Reports);
    }

    [Fact]
    public async Task The_text_has_the_story_and_the_totals()
    {
        Write("a/Pools.cs", Pools);

        var text = new StringWriter();
        TextReport.Write(await RunAsync(), text);

        string[] lines = text.ToString().Split(Environment.NewLine);
        Assert.StartsWith("a/Pools.cs(7,25): warning DVM2001: The 'rent' reference that 'Rent' acquires on 'rented'", lines[0], StringComparison.Ordinal);
        Assert.Equal("    1. a/Pools.cs(7,25): 'Rent' acquires a 'rent' reference on 'rented'", lines[1]);
        Assert.Contains("1 files, 22 lines, 2 methods, 1 of them with errors", lines);
        Assert.Contains("1 reports, 0 crashes", lines);
        Assert.Contains("DVM2001 1", lines);
    }

    [Fact]
    public async Task The_log_has_the_story_as_a_code_flow_with_a_message_for_each_place()
    {
        Write("a b/Pools.cs", Pools);

        using var stream = new MemoryStream();
        SarifReport.Write(await RunAsync(), stream);

        using JsonDocument log = JsonDocument.Parse(stream.ToArray());
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement run = log.RootElement.GetProperty("runs").EnumerateArray().Single();
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single();
        JsonElement result = run.GetProperty("results").EnumerateArray().Single();
        Assert.Equal("DVM2001", rule.GetProperty("id").GetString());
        Assert.Equal("DVM2001", result.GetProperty("ruleId").GetString());
        Assert.Equal(0, result.GetProperty("ruleIndex").GetInt32());
        Assert.Equal("warning", result.GetProperty("level").GetString());

        JsonElement[] steps = [.. result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray().Select(step => step.GetProperty("location"))];
        Assert.Equal(
            [(7, "'Rent' acquires a 'rent' reference on 'rented'"), (8, "'early' is true"), (10, "it is still held here, and lost")],
            steps.Select(step => (step.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32(), step.GetProperty("message").GetProperty("text").GetString()!)));
        JsonElement artifact = steps[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.Equal(("a%20b/Pools.cs", "SRCROOT"), (artifact.GetProperty("uri").GetString(), artifact.GetProperty("uriBaseId").GetString()));
        Assert.Equal(3, result.GetProperty("relatedLocations").GetArrayLength());
    }

    [Fact]
    public async Task A_command_line_writes_both_reports()
    {
        Write("Pools.cs", Pools);
        string text = Path.Combine(_folder.FullName, "report.txt"), sarif = Path.Combine(_folder.FullName, "report.sarif");

        Assert.Equal(0, await Program.Main([_folder.FullName, "--preset", "bcl", "--text", text, "--sarif", sarif, "--root", _folder.FullName]));

        Assert.Contains("DVM2001 1", await File.ReadAllTextAsync(text));
        Assert.Contains("codeFlows", await File.ReadAllTextAsync(sarif));
    }

    [Theory]
    [InlineData()]
    [InlineData("--preset", "lucine")]
    [InlineData("--option", "devmap_strict")]
    public async Task A_command_line_that_means_nothing_is_refused(params string[] arguments) =>
        Assert.Equal(1, await Program.Main(arguments.Length == 0 ? [] : [_folder.FullName, .. arguments]));

    private void Write(string path, string text)
    {
        string file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private Task<FieldReport> RunAsync(Func<FieldRequest, FieldRequest>? change = null)
    {
        var request = new FieldRequest
        {
            Folders = [_folder.FullName],
            Root = _folder.FullName,
            Files = [Path.Combine(AppContext.BaseDirectory, "contracts", "bcl.RefContracts.txt")],
        };
        return FieldAnalysis.RunAsync(change?.Invoke(request) ?? request);
    }
}
