"""What web sites and telephone exchanges post: told apart by token, stored, and answered before anything is made of it."""
