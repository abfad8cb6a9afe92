using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Rules.NotAnalysed;

/// <summary><c>devmap_strict = true</c>: where the analysis gave up says so, and why. Without it all of this is silent.</summary>
public sealed class NotAnalysedTests
{
    private const string Strict = "devmap_strict = true";

    [Theory]
    [InlineData("lent.Get(); lent.Put(); Pool.Give(Pool.Take());")]
    [InlineData("new WeakReference(many); new WeakReference(lent);")]
    [InlineData("lent.Get(); lent.Put(); new WeakReference(lent);")]
    [InlineData("var x = Pool.Take(); Console.WriteLine(x); Pool.Lend(x); x.Put();")]
    public Task Silent_where_nothing_was_given_up(string body) => OptionTest.VerifyBodyAsync(Strict, body);

    [Theory]
    [InlineData("var x = Pool.Take(); {|DVM3007:new WeakReference(x)|};")]
    [InlineData("lent.Get(); {|DVM3007:new WeakReference(lent)|}; new WeakReference(lent);")]
    [InlineData("lent.Get(); if (a) {|DVM3007:new WeakReference(lent)|}; else lent.Put();")]
    [InlineData("lent.Get(); dynamic d = n; {|DVM3007:d.Do()|};")]
    [InlineData("lent.Get(); dynamic d = n; {|DVM3007:d[0]|} = 1;")]
    public Task Said_where_something_was(string body) => OptionTest.VerifyBodyAsync(Strict, body);

    [Theory]
    [InlineData("dynamic d = n; d.Do();")]
    [InlineData("var x = Pool.Take(); new WeakReference(x);")]
    public Task Nobody_is_told_who_does_not_ask(string body) => OptionTest.VerifyBodyAsync("devmap_strict = false", body);

    [Theory]
    [InlineData("dynamic d = n; d.Do();")]
    public Task A_body_without_contracts_has_nothing_to_say(string body) => OptionTest.VerifyBodyAsync(Strict, body);

    [Fact]
    public Task An_object_is_named_with_the_call_that_took_it() => VerifyAsync(
        "var x = Pool.Take(); {|#0:new WeakReference(x)|};",
        "'x', from here on, is not analysed: 'new WeakReference' says nothing of what it does with it, and may keep or release it");

    [Fact]
    public Task Late_binding_is_named() => VerifyAsync(
        "lent.Get(); dynamic d = n; {|#0:d.Do()|};",
        "'M' is not analysed: what a dynamic operation calls is only known when it runs");

    [Fact]
    public Task Code_that_does_not_compile_is_named() => VerifyAsync(
        "lent.Get(); n = {|#0:{|CS0103:missing|}|};",
        "'M' is not analysed: it does not compile");

    [Fact]
    public Task A_body_beyond_the_caps_is_named()
    {
        string branches = string.Concat(Enumerable.Range(0, 2100).Select(i => $"if (n == {i}) n++;\n"));
        return VerifyMembersAsync(
            "public void {|#0:Large|}(Item lent, int n) {\nlent.Get();\n" + branches + "}",
            "'Large' is not analysed: it has more branches than the analysis follows");
    }

    private static Task VerifyAsync(string body, string message) =>
        VerifyMembersAsync("public void M(Item lent, int n) {\n" + body + "\n}", message);

    private static Task VerifyMembersAsync(string members, string message)
    {
        var test = OptionTest.Test(Strict, "public class C {\n" + members + "\n}");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DVM3007", DiagnosticSeverity.Info).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }
}
