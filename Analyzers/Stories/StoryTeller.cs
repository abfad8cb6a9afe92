using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Stories;

/// <summary>Picks from a path what matters to one object, and words it.</summary>
internal static class StoryTeller
{
    // A reader follows a dozen decisions; of a longer path the latest are told.
    private const int MaxBranches = 12;
    private const int MaxConditionLength = 60;

    /// <param name="finding">What the path ends with.</param>
    /// <param name="name">What the user calls the object.</param>
    /// <param name="lender">Another object with which it died; <see langword="null"/>: none.</param>
    public static List<StoryStep> StepsOf(Finding finding, string name, (int Id, string Name)? lender)
    {
        var steps = new List<StoryStep>();
        int subject = finding.Subject.Id;
        int branches = 0;
        bool sawThrow = false;
        for (Trace? trace = finding.State.Trace; trace is not null; trace = trace.Previous)
        {
            Step step = trace.Step;
            bool mine = step.Subject == subject;
            if (step.Kind == StepKind.Released && step.Subject == lender?.Id)
            {
                steps.Add(WordEndOf(lender.Value.Name, step));
                lender = null;
                continue;
            }

            if (!mine && (step.Subject != 0 || (step.Kind == StepKind.Branch && ++branches > MaxBranches) || (step.Kind == StepKind.Threw && sawThrow)))
            {
                continue;
            }

            sawThrow |= step.Kind == StepKind.Threw;
            steps.Add(Word(step, name));
            if (mine && step.Kind is StepKind.Obtained)
            {
                // What came before the object came has nothing to do with it.
                break;
            }
        }

        steps.Reverse();
        DropLeadingBranches(steps);
        DropEmptyCalls(steps);
        return steps;
    }

    private static void DropLeadingBranches(List<StoryStep> steps)
    {
        int first = steps.FindIndex(static step => step.Role is not ("branch" or "throw" or "call"));
        if (first > 0)
        {
            steps.RemoveRange(0, first);
        }
    }

    // A call of a nested function is worth telling where something happens in it.
    private static void DropEmptyCalls(List<StoryStep> steps)
    {
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (steps[i].Role == "call" && (i == steps.Count - 1 || steps[i + 1].Role == "call"))
            {
                steps.RemoveAt(i);
            }
        }
    }

    private static StoryStep Word(Step step, string name)
    {
        string member = MemberName(step);
        string kind = KindWord(step);
        (string role, string text, string past) = step.Kind switch
        {
            StepKind.Acquired when step.Member is IParameterSymbol =>
                ("acquire", $"the caller hands '{name}' over with a {kind}reference", "the caller handed one over"),
            StepKind.Acquired => ("acquire", $"'{member}' acquires a {kind}reference on '{name}'", $"'{member}' acquired one"),
            StepKind.AcquireFailed => ("acquire", $"'{member}' acquires no {kind}reference on '{name}'", $"'{member}' acquired none"),
            StepKind.Obtained => ("lookup", $"'{name}' comes from '{member}', which takes no reference", $"'{member}', where it comes from, takes none"),
            StepKind.NotOwned => ("lookup", $"'{name}' holds no reference while '{member}' is false", $"it holds none while '{member}' is false"),
            StepKind.Released => ("release", $"'{member}' gives up the {kind}reference on '{name}'", $"'{member}' gave it up"),
            StepKind.Called => ("call", $"'{Shorten(step.Place)}' is called", $"'{Shorten(step.Place)}' is called"),
            StepKind.Branch => ("branch", $"'{Shorten(step.Place)}' is {Answer(step)}", $"'{Shorten(step.Place)}' is {Answer(step)}"),
            _ => ("throw", $"'{Shorten(step.Place)}' throws", $"'{Shorten(step.Place)}' throws"),
        };
        return new StoryStep(role, ObjectNamer.LocationOf(step.Place), text, past)
        {
            RefKind = step.Kind is StepKind.Acquired or StepKind.AcquireFailed or StepKind.Released ? step.RefKind : null,
        };
    }

    private static StoryStep WordEndOf(string lender, Step step)
    {
        string member = MemberName(step);
        return new StoryStep("release", ObjectNamer.LocationOf(step.Place), $"'{member}' gives up '{lender}', which kept it alive", $"'{member}' gave up '{lender}', which kept it alive");
    }

    private static string Answer(Step step) => (step.RefKind, step.Truth) switch
    {
        ("null", true) => "null",
        ("null", false) => "not null",
        (_, true) => "true",
        _ => "false",
    };

    private static string KindWord(Step step) => step.RefKind is null or RefEffect.DefaultKind ? string.Empty : $"'{step.RefKind}' ";

    private static string MemberName(Step step) => step.Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.Name,
        { } member => member.Name,
        null => Shorten(step.Place),
    };

    /// <summary>The source text on one line, cut where it gets long.</summary>
    public static string Shorten(SyntaxNode node)
    {
        string text = string.Join(" ", (node is Microsoft.CodeAnalysis.CSharp.Syntax.ThrowStatementSyntax { Expression: { } thrown } ? "throw " + thrown : node.ToString().TrimEnd(';')).Split(new[] { ' ', '\t', '\r', '\n' }, System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxConditionLength ? text : text.Substring(0, MaxConditionLength - 1) + "…";
    }
}
