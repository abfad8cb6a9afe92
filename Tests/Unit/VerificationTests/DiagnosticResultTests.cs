using System;
using Devmap.Tests.Unit.VerificationTests.Toys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

public sealed class DiagnosticResultTests
{
    [Fact]
    public void Rule_gives_id_severity_and_message()
    {
        var result = new DiagnosticResult(BadNameAnalyzer.Rule).WithArguments("field", "bad");

        Assert.Equal("TOY001", result.Id);
        Assert.Equal(DiagnosticSeverity.Warning, result.Severity);
        Assert.Equal("The field 'bad' has a bad name", result.Message);
        Assert.False(result.HasLocation);
    }

    [Fact]
    public void Arguments_must_be_complete() => Assert.Contains(
        "2 arguments but 1 were given",
        Assert.Throws<ArgumentException>(() => new DiagnosticResult(BadNameAnalyzer.Rule).WithArguments("field").Message).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Message_can_be_left_out() => Assert.Null(new DiagnosticResult(BadNameAnalyzer.Rule).WithMessage(null).Message);

    [Fact]
    public void Default_path_and_offset_move_what_has_a_position()
    {
        var result = DiagnosticResult.CompilerError("CS0001")
            .WithSpan(1, 2, 3, 4)
            .WithLocation("/b.cs", 5, 6)
            .WithLocation(7)
            .WithDefaultPath("/a.cs")
            .WithLineOffset(10);

        Assert.Equal("/a.cs(11,2)-(13,4)", ExpectationFormatter.Describe(result.Spans[0].Span));
        Assert.Equal("/b.cs(15,6)-(15,6)", ExpectationFormatter.Describe(result.Spans[1].Span));
        Assert.Equal(7, result.Spans[2].Span.StartLinePosition.Character);
    }
}
