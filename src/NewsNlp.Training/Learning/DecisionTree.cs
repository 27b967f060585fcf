namespace NewsNlp.Training.Learning;

/// <summary>A question of a tree: is a number above a threshold? Or a leaf with a value.</summary>
/// <param name="Number">The number asked for; -1 for a leaf.</param>
/// <param name="Bin">The last bin that counts as not above.</param>
/// <param name="Threshold">The value between that bin and the next.</param>
/// <param name="UpTo">Where to go on if it is not above, counted from the tree's first node.</param>
/// <param name="Above">Where to go on if it is.</param>
/// <param name="Value">The leaf's value.</param>
internal readonly record struct TreeNode(int Number, int Bin, float Threshold, int UpTo, int Above, double Value)
{
    public bool IsLeaf => Number < 0;
}

/// <summary>A tree; its nodes stand behind their parents.</summary>
internal sealed record DecisionTree(IReadOnlyList<TreeNode> Nodes);
