using System.Collections.Generic;
using Devmap.Tests.Differential.PageLibrary.Language;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>Makes programs smaller, one step at a time. Not every result is a program: the compiler says which are.</summary>
internal static class ProgramShrinker
{
    public static IEnumerable<PageProgram> Smaller(PageProgram program)
    {
        foreach (Block body in Smaller(program.Body))
        {
            yield return program with { Body = body };
        }
    }

    private static IEnumerable<Block> Smaller(Block block)
    {
        for (int i = 0; i < block.Nodes.Length; i++)
        {
            Node node = block.Nodes[i];
            yield return new Block(block.Nodes.RemoveAt(i));
            for (int part = 0; part < node.Blocks.Length; part++)
            {
                yield return new Block(block.Nodes.RemoveAt(i).InsertRange(i, node.Blocks[part].Nodes));
                foreach (Block smaller in Smaller(node.Blocks[part]))
                {
                    yield return new Block(block.Nodes.SetItem(i, node.WithBlock(part, smaller)));
                }
            }

            if (node is If { Else: not null } branch)
            {
                yield return new Block(block.Nodes.SetItem(i, branch with { Else = null }));
            }
        }
    }
}
