using System;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Values;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The limits of the analysis, from both sides: just below them everything is told, beyond them nothing is.</summary>
public sealed class BudgetTests
{
    // What one call costs in a straight line: the statement, the call, its argument.
    private const int StepsOfCall = 3;

    [Fact]
    public Task A_long_body_is_analysed() =>
        CountedCode.VerifyBodyAsync("var x = {|DVM2001:Pool.Take()|};" + Calls((Budget.MaxSteps / StepsOfCall) - 100));

    [Fact]
    public Task A_longer_body_is_given_up() =>
        CountedCode.VerifyBodyAsync("var x = Pool.Take();" + Calls((Budget.MaxSteps / StepsOfCall) + 100));

    [Fact]
    public void The_effort_is_counted_and_ends_at_the_limit()
    {
        Effort small = MeasuredBody.Run(Calls(200));
        Effort large = MeasuredBody.Run(Calls(400));
        Effort beyond = MeasuredBody.Run(Calls((Budget.MaxSteps / StepsOfCall) + 500));

        Assert.InRange(large.Steps - small.Steps, 200 * StepsOfCall, 200 * StepsOfCall);
        Assert.False(large.IsSpent);
        Assert.True(beyond.IsSpent);
        Assert.InRange(beyond.Steps, Budget.MaxSteps, Budget.MaxSteps + 100);
    }

    [Fact]
    public Task Few_answers_are_kept_apart() => CountedCode.VerifyBodyAsync(
        Answers(4) + "if (b0) many[0].Put(); if (b1) many[1].Put(); if (b2) many[2].Put(); if (b3) many[3].Put();");

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(40)]
    public Task Many_answers_make_no_false_report(int count) =>
        CountedCode.VerifyBodyAsync(Answers(count) + Repeat(count, i => $"if (b{i}) many[{i}].Put();"));

    [Fact]
    public Task Few_forks_of_one_operation_are_told_apart() =>
        CountedCode.VerifyBodyAsync("Console.WriteLine(" + string.Join(" | ", Enumerable.Range(0, 3).Select(i => $"{{|DVM2001:Pool.TryTake(out var x{i})|}}")) + ");");

    [Fact]
    public Task Too_many_forks_of_one_operation_are_let_go_of() =>
        CountedCode.VerifyBodyAsync("Console.WriteLine(" + string.Join(" | ", Enumerable.Range(0, 20).Select(i => $"Pool.TryTake(out var x{i})")) + ");");

    [Theory]
    [InlineData(ValueTable.MaxSize / 8)]
    [InlineData(ValueTable.MaxSize * 4)]
    public Task A_condition_on_many_flags_is_asked_twice(int flags) => CountedCode.VerifyBodyAsync(
        $"bool all = a & {Flags(flags)}; if (all) lent.Get(); lent.Read(); if (all) lent.Put();");

    [Fact]
    public Task An_answer_among_few_flags_is_followed() =>
        CountedCode.VerifyBodyAsync($"bool all = {{|DVM2001:lent.TryGet()|}} & {Flags(4)}; if (all) lent.Put();");

    [Fact]
    public Task An_answer_among_many_flags_is_let_go_of() =>
        CountedCode.VerifyBodyAsync($"bool all = lent.TryGet() & {Flags(ValueTable.MaxSize)}; if (all) lent.Put();");

    [Fact]
    public void A_value_that_doubles_itself_stays_small() =>
        Assert.False(MeasuredBody.Run(Repeat(200, _ => "n = n + n;") + "if (n > 3) lent.Read();").IsSpent);

    private static string Calls(int count) => Repeat(count, _ => "Pool.Check(a);");

    private static string Answers(int count) => Repeat(count, i => $"bool b{i} = many[{i}].TryGet();");

    private static string Flags(int count) => string.Join(" & ", Enumerable.Range(0, count).Select(i => $"(n == {i})"));

    private static string Repeat(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
