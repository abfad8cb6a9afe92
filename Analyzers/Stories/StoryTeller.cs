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

    public static List<StoryStep> StepsOf(Finding finding, string name)
    {
        var steps = new List<StoryStep>();
        int subject = finding.Subject.Id;
        int branches = 0;
        bool sawThrow = false;
        for (Trace? trace = finding.State.Trace; trace is not null; trace = trace.Previous)
        {
            Step step = trace.Step;
            bool mine = step.Subject == subject;
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
        return steps;
    }

    private static void DropLeadingBranches(List<StoryStep> steps)
    {
        int first = steps.FindIndex(static step => step.Role is not ("branch" or "throw"));
        if (first > 0)
        {
            steps.RemoveRange(0, first);
        }
    }

    private static StoryStep Word(Step step, string name) => step.Kind switch
    {
        StepKind.Acquired when step.Member is IParameterSymbol => new("acquire", step.Place, $"the caller hands '{name}' over with a {KindWord(step)}reference"),
        StepKind.Acquired => new("acquire", step.Place, $"'{MemberName(step)}' acquires a {KindWord(step)}reference on '{name}'"),
        StepKind.AcquireFailed => new("acquire", step.Place, $"'{MemberName(step)}' acquires no {KindWord(step)}reference on '{name}'"),
        StepKind.Obtained => new("lookup", step.Place, $"'{name}' comes from '{MemberName(step)}', which takes no reference"),
        StepKind.Released => new("release", step.Place, $"'{MemberName(step)}' gives up the {KindWord(step)}reference on '{name}'"),
        StepKind.Branch => new("branch", step.Place, $"'{Shorten(step.Place)}' is {Answer(step)}"),
        _ => new("throw", step.Place, $"'{Shorten(step.Place)}' throws"),
    };

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

    private static string Shorten(SyntaxNode node)
    {
        string text = string.Join(" ", node.ToString().Split(new[] { ' ', '\t', '\r', '\n' }, System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MaxConditionLength ? text : text.Substring(0, MaxConditionLength - 1) + "…";
    }
}
