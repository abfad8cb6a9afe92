using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Bodies that nobody writes by hand: huge, deep, tangled. They end, in time, and without a false word.</summary>
public sealed class UnusualCodeTests
{
    [Fact]
    public Task Huge_switch() => CountedCode.VerifyBodyAsync(
        "var x = Pool.Take(); switch (n) {" + string.Concat(Enumerable.Range(0, 400).Select(i => $"case {i}: x.Read(); break;\n")) + "} x.Put();");

    [Fact]
    public Task Huge_switch_with_a_hole() => CountedCode.VerifyBodyAsync(
        "var x = {|DVM2001:Pool.Take()|}; switch (n) {" + string.Concat(Enumerable.Range(0, 200).Select(i => $"case {i}: {(i == 77 ? "return" : "x.Read(); break")};\n")) + "} x.Put();");

    [Fact]
    public Task Deep_nesting() => CountedCode.VerifyBodyAsync(
        string.Concat(Enumerable.Range(0, 60).Select(i => $"if (lent.TryGet()) {{ if (n > {i}) {{ ")) + "lent.Read();" + string.Concat(Enumerable.Repeat("} lent.Put(); }", 60)));

    [Fact]
    public Task Long_else_if_chain() => CountedCode.VerifyBodyAsync(
        "var x = Pool.Take(); if (n == 0) { x.Put(); }" + string.Concat(Enumerable.Range(1, 150).Select(i => $" else if (n == {i}) {{ x.Put(); }}\n")) + " else { x.Put(); }");

    [Fact]
    public Task Many_conditions_that_do_not_matter() => CountedCode.VerifyBodyAsync(
        "lent.Get();" + string.Concat(Enumerable.Range(0, 40).Select(i => $"if (n > {i * 3}) Pool.Check(a);\n")) + "lent.Put();");

    [Fact]
    public Task Many_objects() => CountedCode.VerifyBodyAsync(
        string.Concat(Enumerable.Range(0, 60).Select(i => $"var x{i} = Pool.Take();\n")) + string.Concat(Enumerable.Range(0, 60).Select(i => $"x{i}.Put();\n")));

    [Fact]
    public Task Many_objects_that_may_be_missing() => CountedCode.VerifyBodyAsync(
        string.Concat(Enumerable.Range(0, 12).Select(i => $"var x{i} = Pool.Find({i});\n")) + string.Concat(Enumerable.Range(0, 12).Select(i => $"x{i}?.Put();\n")));

    [Fact]
    public Task Twenty_nested_finallys()
    {
        var body = new StringBuilder();
        for (int i = 0; i < 20; i++)
        {
            body.Append($"var x{i} = Pool.Take(); try {{ if (n == {i}) return;\n");
        }

        for (int i = 19; i >= 0; i--)
        {
            body.Append($"}} finally {{ x{i}.Put(); }}\n");
        }

        return CountedCode.VerifyBodyAsync(body.ToString());
    }

    [Fact]
    public Task Tangled_gotos() => CountedCode.VerifyBodyAsync(
        "int s = n; start: switch (s) {" + string.Concat(Enumerable.Range(0, 40).Select(i => $"case {i}: lent.Get(); lent.Put(); s = {(i * 7 + 3) % 40}; if (a) goto start; goto case {(i * 11 + 5) % 40};\n")) + "}");

    [Fact]
    public Task Long_body() => CountedCode.VerifyBodyAsync(
        string.Concat(Enumerable.Range(0, 1000).Select(i => $"lent.Get(); if (n == {i}) {{ lent.Put(); return; }} lent.Put();\n")));

    [Fact]
    public Task Deep_expression() => CountedCode.VerifyBodyAsync(
        "lent.Get(); int k = " + string.Join(" + ", Enumerable.Repeat("lent.Read()", 300)) + "; lent.Put();");

    [Fact]
    public Task Long_chain_of_ands() => CountedCode.VerifyBodyAsync(
        "if (" + string.Join(" && ", Enumerable.Range(0, 60).Select(i => $"n != {i}")) + " && lent.TryGet()) { lent.Put(); }");
}
