using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>Code that nobody writes by hand, but that generators and bad days bring forth.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Source">The file.</param>
internal sealed record WorstCase(string Name, string Source)
{
    public static ImmutableArray<WorstCase> All { get; } =
    [
        new("a method of 10,000 statements", Method("DaxFile file", Repeat(2_500, static i =>
            $"Page? p{i} = file.GetPage({i}); if (p{i} is null) return; p{i}.WriteByte(0, 1); p{i}.Put();"))),
        new("1,000 branches on distinct conditions", Method("DaxFile file, bool[] c", "Page? page = file.GetPage(0); if (page is null) return;\n"
            + Repeat(1_000, static i => $"if (c[{i}]) page.WriteByte({i}, 1);") + "page.Put();")),
        new("60 nested try blocks", Method("DaxFile file", "Page? page = file.GetPage(0); if (page is null) return;\n"
            + Repeat(60, static _ => "try {") + "page.WriteByte(0, 1);" + Repeat(60, static i => $"}} finally {{ System.GC.KeepAlive({i}); }}") + "page.Put();")),
        new("a switch of 3,000 arms", Method("DaxFile file, int n", "Page? page = file.GetPage(0); if (page is null) return;\nswitch (n) {"
            + Repeat(3_000, static i => $"case {i}: page.WriteByte({i}, 1); break;") + "} page.Put();")),
        new("a chain of 5,000 private helpers", "using Devmap; class C { public void M(DaxFile file) { Page? page = file.GetPage(0); if (page is null) return; H0(page); }\n"
            + Repeat(5_000, static i => $"private static void H{i}(Page page) {{ H{i + 1}(page); }}") + "private static void H5000(Page page) { page.Put(); } }"),
        new("500 methods that call each other in a circle", "using Devmap; class C {"
            + Repeat(500, static i => $"private static void H{i}(Page page, int n) {{ if (n == 0) {{ page.Put(); return; }} H{(i + 1) % 500}(page, n - 1); }}")
            + "public void M(DaxFile file) { Page? page = file.GetPage(0); if (page is null) return; H0(page, 3); } }"),
        new("2,000 tracked objects in one body", Method("DaxFile file", Repeat(2_000, static i => $"Page? p{i} = file.GetPage({i});")
            + Repeat(2_000, static i => $"p{i}?.Put();"))),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Method(string parameters, string body) => $"using Devmap; class C {{ public void M({parameters}) {{\n{body}\n}} }}";

    private static string Repeat(int count, Func<int, string> line) => Enumerable.Range(0, count)
        .Aggregate(new StringBuilder(), (text, i) => text.Append(line(i)).Append('\n'), static text => text.ToString());
}
