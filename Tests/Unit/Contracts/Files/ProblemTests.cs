using System.Linq;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Files;

/// <summary>What cannot be read is reported where it stands, and the line is not in force.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("[M:C.M]", "there is no ';' after an id")]
    [InlineData("[M:C.M this acquires]", "there is no ';' after an id")]
    [InlineData("[;] this acquires", "an id begins with 'M:', 'P:', 'F:', 'T:' or 'A:'")]
    [InlineData("[C.M]; this acquires", "an id begins with 'M:', 'P:', 'F:', 'T:' or 'A:'")]
    [InlineData("[E:C.M]; this acquires", "nothing can be said of an event; its accessors are methods")]
    [InlineData("M:C.M(A,[ B)]; this acquires", "there is a blank in the id")]
    [InlineData("M:C.M[;]", "nothing is said after the ';'")]
    [InlineData("M:C.M[;]  # later", "nothing is said after the ';'")]
    [InlineData("M:C.M; this acquires[,]", "there is no clause beside the ','")]
    [InlineData("M:C.M; [,] this acquires", "there is no clause beside the ','")]
    [InlineData("M:C.M; this [aquires]", "'aquires' is no verb; did you mean 'acquires'?")]
    [InlineData("M:C.M; this [eats]", "'eats' is no verb")]
    [InlineData("M:C.M; this acquires[;] a releases", "clauses are separated by ','")]
    [InlineData("M:C.M; [this]", "a verb is missing after 'this'")]
    [InlineData("M:C.M; [acquires]", "a verb is missing after 'acquires'")]
    [InlineData("M:C.M; this [ref] acquires", "'ref' is no verb")]
    [InlineData("M:C.M; [5] acquires", "'5' is no target: 'this', 'return', 'new' or the name of a parameter")]
    [InlineData("M:C.M; this acquires [knd]=pin", "'knd' is no option; did you mean 'kind'?")]
    [InlineData("M:C.M; this acquires [held]", "'held' is no option of this verb")]
    [InlineData("M:C.M; this acquires [idempotent]", "'idempotent' is no option of this verb")]
    [InlineData("M:C.M; a borrowed [kind]=pin", "'kind' is no option of this verb")]
    [InlineData("M:C.M; this acquires [kind]", "'=' is missing after 'kind'")]
    [InlineData("M:C.M; this acquires kind[=]", "a value is missing after '='")]
    [InlineData("M:C.M; this acquires kind=pin [kind]=ref", "'kind' is said twice")]
    [InlineData("M:C.M; this acquires kind=[=]", "there is one '=' too many")]
    [InlineData("M:C.M; this acquires [when]", "a condition is missing after 'when'")]
    [InlineData("M:C.M; this acquires when [tru]", "'tru' is no condition; did you mean 'true'?")]
    [InlineData("M:C.M; this acquires when true [when] true", "'when' is said twice")]
    [InlineData("M:C.M; this acquires or [throw]", "'throws' is missing after 'or'")]
    [InlineData("M:C.M; this acquires [or]", "'throws' is missing after 'or'")]
    [InlineData("M:C.M; a requires [when] true", "'when' is no option of this verb")]
    [InlineData("M:C.M; a kept when [ok] true", "'kept' can only ask for the answer of the call itself")]
    [InlineData("M:C.M; a runs [before] dispose", "'at' is missing after 'runs'")]
    [InlineData("M:C.M; return [has]", "'has' needs to be told which: 'trait=…'")]
    [InlineData("M:C.M; a rejects trait=hot flag=[LongTerm]", "'LongTerm' is no number")]
    [InlineData("M:C.M; a.[Data] requires", "only 'acquires' and 'releases' can speak of a member of 'a'")]
    [InlineData("M:C.M; a[.]", "the name of a member is missing after '.'")]
    [InlineData("M:C.M; a.[5] releases", "'5' is no name of a member")]
    [InlineData("M:C.M; this [borrowed]", "'this borrowed' means nothing for a method")]
    [InlineData("M:C.M; return [releases]", "'return releases' means nothing for a method")]
    [InlineData("M:C.M; new [acquires]", "'new acquires' means nothing for a method")]
    [InlineData("M:C.#ctor; return [acquires]", "'return acquires' means nothing for a constructor")]
    [InlineData("M:C.M; this [counter]", "'this counter' means nothing for a method")]
    [InlineData("F:C.F; this [acquires]", "'this acquires' means nothing for a field")]
    [InlineData("F:C.F; a [releases]", "'a releases' means nothing for a field")]
    [InlineData("T:C; this [acquires]", "'this acquires' means nothing for a type")]
    [InlineData("A:C; [trusted]", "'this trusted' means nothing for an assembly")]
    [InlineData("P:C.P; [borrowed] by default", "'this borrowed' means nothing for a property")]
    public void AProblemHasItsPlace(string marked, string message)
    {
        int start = marked.IndexOf('[');
        string text = marked.Remove(start, 1);
        int end = text.LastIndexOf(']');
        text = text.Remove(end, 1);

        var file = FileWorld.Read("# a comment\r\n" + text + "\r\nM:Good.One; this acquires");

        var problem = Assert.Single(file.Problems);
        Assert.Equal(message, problem.Message);
        Assert.Equal((start + 13, end + 13), (problem.Span.Start, problem.Span.End));
        Assert.Equal("M:Good.One", Assert.Single(file.Entries).Id.Text);
    }

    [Fact]
    public void OfALineTheFirstProblemIsTold()
    {
        var file = FileWorld.Read("M:C.M; this aquires, that eats\nM:C.N; this acquires, that eats");

        Assert.Equal([7 + 5, 31 + 22 + 5], file.Problems.Select(problem => problem.Span.Start));
        Assert.Empty(file.Entries);
    }
}
