using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Trials;

/// <summary>Makes programs smaller, one step at a time. Not every result is a program: the compiler says which are.</summary>
internal static class Shrinker
{
    public static IEnumerable<Method> Smaller(Method method)
    {
        if (method.Consumes)
        {
            yield return method with { Consumes = false };
        }

        foreach (Block body in Smaller(method.Body))
        {
            yield return method with { Body = body };
        }
    }

    private static IEnumerable<Block> Smaller(Block block)
    {
        for (int i = 0; i < block.Statements.Length; i++)
        {
            yield return new Block(block.Statements.RemoveAt(i));
            foreach (Block inner in block.Statements[i].Blocks)
            {
                yield return new Block(block.Statements.RemoveAt(i).InsertRange(i, inner.Statements));
            }

            foreach (Statement smaller in Smaller(block.Statements[i]))
            {
                yield return new Block(block.Statements.SetItem(i, smaller));
            }
        }
    }

    private static IEnumerable<Statement> Smaller(Statement statement)
    {
        for (int i = 0; i < statement.Blocks.Length; i++)
        {
            foreach (Block block in Smaller(statement.Blocks[i]))
            {
                yield return statement.WithBlock(i, block);
            }
        }

        if (statement.Test is { } test)
        {
            foreach (Condition smaller in Smaller(test))
            {
                yield return statement.WithTest(smaller);
            }
        }

        switch (statement)
        {
            case If { Else: not null } branch:
                yield return branch with { Else = null };
                break;
            case Switch { Sections.Length: > 1 } @switch:
                for (int i = 0; i < @switch.Sections.Length; i++)
                {
                    yield return @switch with { Sections = @switch.Sections.RemoveAt(i) };
                }

                break;
            case Try attempt:
                if (attempt.Finally is not null && !attempt.Handlers.IsEmpty)
                {
                    yield return attempt with { Finally = null };
                }

                for (int i = 0; i < attempt.Handlers.Length; i++)
                {
                    if (attempt.Handlers.Length > 1 || attempt.Finally is not null)
                    {
                        yield return attempt with { Handlers = attempt.Handlers.RemoveAt(i) };
                    }

                    if (attempt.Handlers[i].Filter is not null)
                    {
                        yield return attempt with { Handlers = attempt.Handlers.SetItem(i, attempt.Handlers[i] with { Filter = null }) };
                    }
                }

                break;
            case Declare { Value: Pick or Coalesce } declare:
                foreach (Reference part in Parts(declare.Value))
                {
                    yield return declare with { Value = part };
                }

                break;
            case Call { Conditional: true } call:
                yield return call with { Conditional = false };
                break;
        }
    }

    private static ImmutableArray<Reference> Parts(Reference reference) => reference switch
    {
        Pick pick => [pick.Then, pick.Else],
        Coalesce coalesce => [new Variable(coalesce.Left), coalesce.Right],
        _ => [],
    };

    private static IEnumerable<Condition> Smaller(Condition condition)
    {
        ImmutableArray<Condition> parts = condition switch
        {
            Not not => [not.Operand],
            Both both => [both.Left, both.Right],
            Either either => [either.Left, either.Right],
            Same same => [same.Left, same.Right],
            Choice choice => [choice.Test, choice.Then, choice.Else],
            Comparison or More or NullTest => [new Input("a"), new Input("b")],
            _ => [],
        };
        foreach (Condition part in parts)
        {
            yield return part;
        }

        switch (condition)
        {
            case Not not:
                foreach (Condition smaller in Smaller(not.Operand))
                {
                    yield return new Not(smaller);
                }

                break;
            case Both both:
                foreach (Condition smaller in Smaller(both.Left))
                {
                    yield return both with { Left = smaller };
                }

                foreach (Condition smaller in Smaller(both.Right))
                {
                    yield return both with { Right = smaller };
                }

                break;
        }
    }
}
